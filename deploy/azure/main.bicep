// Signpost on Azure Container Apps, with a bot registration that signs in by a managed identity and has no secret.
//   az deployment group create --resource-group signpost --template-file deploy/azure/main.bicep \
//     --parameters image=registry.example.com/signpost:0.1.0 databaseUrl='postgres://user:password@host:5432/signpost' \
//     secrets='{"SLACK_BOT_TOKEN":"xoxb-...","SLACK_SIGNING_SECRET":"...","SIGNPOST_API_TOKEN":"..."}' \
//     settings='{"SIGNPOST_ADMINS":"teams:..."}'

@description('Begins the name of every resource.')
@minLength(3)
@maxLength(20)
param name string = 'signpost'

@description('Where the app runs; the bot registration itself is global.')
param location string = resourceGroup().location

@description('The container image, made from the Dockerfile.')
param image string

@description('Address of the PostgreSQL database, with the password.')
@secure()
param databaseUrl string

@description('All other secrets by the names that docs/configuration.md has.')
@secure()
param secrets object = {}

@description('All other settings by the names that docs/configuration.md has.')
param settings object = {}

@description('How many replicas there are at least and at most.')
@minValue(1)
param minReplicas int = 2
@minValue(1)
param maxReplicas int = 3

var port = 3978

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      secrets: concat(
        [
          {
            name: 'database-url'
            value: databaseUrl
          }
        ],
        map(items(secrets), secret => {
          name: toLower(replace(secret.key, '_', '-'))
          value: secret.value
        })
      )
    }
    template: {
      terminationGracePeriodSeconds: 30
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
      }
      containers: [
        {
          name: 'signpost'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(
            [
              {
                name: 'HOST'
                value: '0.0.0.0'
              }
              {
                name: 'PORT'
                value: string(port)
              }
              {
                name: 'DATABASE_URL'
                secretRef: 'database-url'
              }
              {
                name: 'MicrosoftAppId'
                value: identity.properties.clientId
              }
              {
                name: 'MicrosoftAppType'
                value: 'UserAssignedMSI'
              }
              {
                name: 'MicrosoftAppTenantId'
                value: tenant().tenantId
              }
              {
                name: 'SIGNPOST_PROXIES'
                value: '1'
              }
              {
                name: 'SIGNPOST_PUBLIC_URL'
                value: 'https://${name}.${environment.properties.defaultDomain}'
              }
            ],
            map(items(secrets), secret => {
              name: secret.key
              secretRef: toLower(replace(secret.key, '_', '-'))
            }),
            map(items(settings), setting => {
              name: setting.key
              value: setting.value
            })
          )
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 2
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
              failureThreshold: 6
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 5
              failureThreshold: 2
            }
          ]
        }
      ]
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Signpost'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppId: identity.properties.clientId
    msaAppType: 'UserAssignedMSI'
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

@description('What the Teams manifest needs as --app-id.')
output appId string = identity.properties.clientId
@description('What the Teams manifest needs as --host.')
output host string = app.properties.configuration.ingress.fqdn
