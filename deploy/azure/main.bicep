// Signpost on Azure Container Apps, with a bot registration that signs in by a managed identity and has no secret.
//   az acr build --registry contoso --image signpost:0.1.0 .
//   az deployment group create --resource-group signpost --template-file deploy/azure/main.bicep \
//     --parameters registry=contoso image=contoso.azurecr.io/signpost:0.1.0 \
//     databaseUrl='postgres://user:password@host:5432/signpost?sslmode=verify-full' \
//     secrets='{"SLACK_BOT_TOKEN":"xoxb-...","SLACK_SIGNING_SECRET":"...","SIGNPOST_API_TOKEN":"..."}' \
//     settings='{"SIGNPOST_ADMINS":"teams:..."}'
// The database is not made here: make an Azure Database for PostgreSQL, and let the environment through its firewall.

@description('Begins the name of every resource.')
@minLength(3)
@maxLength(20)
param name string = 'signpost'

@description('Where the app runs; the bot registration itself is global.')
param location string = resourceGroup().location

@description('The container image, made from the Dockerfile.')
param image string

@description('The Azure Container Registry of this resource group that has the image; empty where it is pulled without signing in.')
param registry string = ''

@description('Address of the PostgreSQL database, with the password.')
@secure()
param databaseUrl string

@description('All other secrets by the names that docs/configuration.md has.')
@secure()
param secrets object = {}

@description('All other settings by the names that docs/configuration.md has; they replace those of this file.')
param settings object = {}

@description('How many replicas there are at least and at most.')
@minValue(1)
param minReplicas int = 2
@minValue(1)
param maxReplicas int = 3

var port = 3978

// Each name once, because Container Apps refuse a variable that is there twice.
var allSecrets = union(secrets, { DATABASE_URL: databaseUrl })

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource images 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: empty(registry) ? 'unused' : registry
}

var acrPull = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '7f951dda-4ed3-4680-a7ca-43fe172d538d'
)

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(registry)) {
  name: guid(images.id, identity.id, acrPull)
  scope: images
  properties: {
    roleDefinitionId: acrPull
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
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
  dependsOn: [pull]
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
      registries: empty(registry)
        ? []
        : [
            {
              server: images.properties.loginServer
              identity: identity.id
            }
          ]
      secrets: map(items(allSecrets), secret => {
        name: toLower(replace(secret.key, '_', '-'))
        value: secret.value
      })
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
            map(items(allSecrets), secret => {
              name: secret.key
              secretRef: toLower(replace(secret.key, '_', '-'))
            }),
            map(
              items(
                union(
                  {
                    HOST: '0.0.0.0'
                    PORT: string(port)
                    MicrosoftAppId: identity.properties.clientId
                    MicrosoftAppType: 'UserAssignedMSI'
                    MicrosoftAppTenantId: tenant().tenantId
                    // For so long it still answers what is routed here when it is told to stop.
                    SIGNPOST_LEAVE_SECONDS: '5'
                    SIGNPOST_DRAIN_SECONDS: '10'
                    SIGNPOST_PROXIES: '1'
                    SIGNPOST_PUBLIC_URL: 'https://${name}.${environment.properties.defaultDomain}'
                  },
                  settings
                )
              ),
              setting => {
                name: setting.key
                value: setting.value
              }
            )
          )
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 12
              timeoutSeconds: 3
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 3
              failureThreshold: 6
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 5
              timeoutSeconds: 3
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
